package cx.ecou.segment.events;

import org.jspecify.annotations.Nullable;

/**
 * What was found of one condition of a rule when somebody entered or left. It says nothing personal: what a source has written is
 * not repeated.
 *
 * @param condition its number in {@link Rule#conditions}, from 0
 * @param met whether it was met
 * @param value the number, the moment or the band that decided; null where the condition asks for words
 */
public record Finding(int condition, boolean met, @Nullable String value) {}
