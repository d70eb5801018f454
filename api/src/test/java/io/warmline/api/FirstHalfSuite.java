package io.warmline.api;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests over the whole contract, but for the one that needs the demo: they take about as long
 * as all others. A build runs the two halves beside each other, each in a process with a server and
 * a database of its own.
 */
@Suite
@SelectPackages("io.warmline.api")
@IncludeClassNamePatterns(FirstHalfSuite.CLASSES)
class FirstHalfSuite {

  static final String CLASSES = "io\\.warmline\\.api\\.contract\\.(?!DemoTest).*Test";
}
