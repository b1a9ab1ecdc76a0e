package cx.ecou.webshell.components;

import org.jspecify.annotations.Nullable;

/**
 * One side of a switch between views.
 *
 * @param text its name, in the reader's language
 * @param href where it leads
 * @param icon name of its symbol, if it has one
 * @param chosen whether it is what the reader sees
 */
public record Segment(String text, String href, @Nullable String icon, boolean chosen) {}
