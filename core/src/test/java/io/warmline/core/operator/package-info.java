@org.jspecify.annotations.NullMarked
package io.warmline.core.operator;
