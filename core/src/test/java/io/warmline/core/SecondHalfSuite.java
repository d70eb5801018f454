package io.warmline.core;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests that are not in the {@link FirstHalfSuite}, whatever their package. */
@Suite
@SelectPackages("io.warmline.core")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(FirstHalfSuite.CLASSES)
class SecondHalfSuite {}
