/** Làng Số: one package per module; who may know whom is written in each module's package-info. */
@NullMarked
package vn.langso;

import org.jspecify.annotations.NullMarked;
