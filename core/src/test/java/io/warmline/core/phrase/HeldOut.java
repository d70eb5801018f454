package io.warmline.core.phrase;
import java.nio.file.*;
public class HeldOut { public static void main(String[] a) throws Exception {
 int n=0, bad=0;
 for (String l : Files.readAllLines(Path.of(a[0]))) { if (l.startsWith("#")||l.isBlank()) continue; n++;
  PhraseRow r = PhraseRow.of(l); String d; try { d = r.difference(); } catch (Exception e) { e.printStackTrace(); d = "EXC "+e; }
  if (!d.isEmpty()) { bad++; System.out.println(r.context().spokenAt().getDayOfWeek().toString().substring(0,3)+" "+r.context().spokenAt().toLocalDateTime()+" | "+r.phrase()+" | "+d); } }
 System.out.println((n-bad)+"/"+n);
}}