package cx.ecou.customer.web;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.MessagePeriod;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.web.PreferenceView.Box;
import cx.ecou.customer.web.PreferenceView.Group;
import cx.ecou.customer.write.consent.Consents;
import cx.ecou.customer.write.consent.MessageLimit;
import cx.ecou.customer.write.consent.Standing;
import cx.ecou.customer.write.consent.Topic;
import cx.ecou.customer.write.link.LinkProblem;
import cx.ecou.kernel.Reporting;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.components.Option;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the page together, in the reader's language. */
@Component
class PreferencePages {

    private static final List<MessageLimit> OFFERED = List.of(
            new MessageLimit(1, MessagePeriod.DAY),
            new MessageLimit(1, MessagePeriod.WEEK),
            new MessageLimit(2, MessagePeriod.MONTH),
            new MessageLimit(1, MessagePeriod.MONTH));

    private final Consents consents;
    private final MessageSource texts;
    private final Reporting reporting;
    private final Clock clock;

    PreferencePages(Consents consents, MessageSource texts, Reporting reporting, Clock clock) {
        this.consents = consents;
        this.texts = texts;
        this.reporting = reporting;
        this.clock = clock;
    }

    LocalDate today() {
        return reporting.dayOf(clock.instant());
    }

    /** @param typed what stood in the fields when it could not be accepted; null for what counts */
    ModelAndView page(String token, UUID customerId, @Nullable PreferenceForm typed, FormProblems problems) {
        Standing standing = consents.standing(customerId);
        var view = new PreferenceView(
                token,
                typed == null ? PreferenceForm.of(standing.preferences(), today()) : typed,
                standing.preferences().noMessages(),
                limits(standing.preferences().atMost()),
                channels(),
                Arrays.stream(Purpose.values())
                        .map(purpose -> group(standing, purpose))
                        .toList());
        return new ModelAndView(
                        "customer/preferences", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("view", view)
                .addObject("problems", problems);
    }

    static ModelAndView closed(LinkProblem problem) {
        return new ModelAndView(
                        "customer/link-closed", problem == LinkProblem.EXPIRED ? HttpStatus.GONE : HttpStatus.NOT_FOUND)
                .addObject("problem", problem);
    }

    private List<Option> limits(@Nullable MessageLimit chosen) {
        Stream<MessageLimit> others = chosen == null || OFFERED.contains(chosen) ? Stream.empty() : Stream.of(chosen);
        return Stream.concat(
                        Stream.of(new Option("", text("preferences.limit.none"))),
                        Stream.concat(OFFERED.stream(), others)
                                .map(limit -> new Option(
                                        PreferenceForm.written(limit),
                                        text("preferences.limit." + limit.period(), limit.messages()))))
                .toList();
    }

    private List<Option> channels() {
        return Stream.concat(
                        Stream.of(new Option("", text("preferences.channel.none"))),
                        Arrays.stream(Channel.values()).map(channel -> new Option(channel.name(), word(channel))))
                .toList();
    }

    private Group group(Standing standing, Purpose purpose) {
        return new Group(
                purpose,
                Arrays.stream(Channel.values())
                        .map(channel -> new Topic(purpose, channel))
                        .map(topic ->
                                new Box(ConsentForm.written(topic), word(topic.channel()), standing.agreesTo(topic)))
                        .toList());
    }

    private String word(Channel channel) {
        return text("preferences.channel." + channel);
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
