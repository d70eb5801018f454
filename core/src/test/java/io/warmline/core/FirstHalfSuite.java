package io.warmline.core;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests of some packages, which take about as long as all others. A build runs the two halves
 * beside each other, each in a process with a server and a database of its own.
 */
@Suite
@SelectPackages("io.warmline.core")
@IncludeClassNamePatterns(FirstHalfSuite.CLASSES)
class FirstHalfSuite {

  static final String CLASSES = "io\\.warmline\\.core\\.(call|imports|phrase|simulation)\\..*Test";
}
