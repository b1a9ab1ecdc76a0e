/** Segments for people: which there are, who belongs to them and why, and how a rule is put together. */
@NullMarked
package cx.ecou.segment.web;

import org.jspecify.annotations.NullMarked;
