/**
 * Measures the packaged program from outside, over HTTP and on its database, beside what the machine can do at all.
 *
 * <p>Run by {@code ./langso bench [NAME]}. Figures are medians or percentiles of one run and stand beside their bar; nothing here is a
 * test and nothing fails because a machine is slow.
 */
@NullMarked
package vn.langso.bench;

import org.jspecify.annotations.NullMarked;
