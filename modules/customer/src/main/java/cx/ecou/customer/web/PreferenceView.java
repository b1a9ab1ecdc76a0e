package cx.ecou.customer.web;

import cx.ecou.customer.events.Purpose;
import cx.ecou.webshell.components.Option;
import java.util.List;

/**
 * The page as it is shown.
 *
 * @param token of the link, for the addresses of its forms
 * @param form what stands in the fields
 * @param ended whether the customer wants no messages at all
 */
record PreferenceView(
        String token,
        PreferenceForm form,
        boolean ended,
        List<Option> limits,
        List<Option> channels,
        List<Group> groups) {

    /** What the customer may agree to for one purpose. */
    record Group(Purpose purpose, List<Box> boxes) {}

    /**
     * One of these, on one channel.
     *
     * @param value as the form sends it
     * @param text the channel in words
     * @param ticked whether the customer agrees
     */
    record Box(String value, String text, boolean ticked) {}
}
