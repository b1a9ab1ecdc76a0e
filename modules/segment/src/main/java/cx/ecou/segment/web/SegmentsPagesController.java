package cx.ecou.segment.web;

import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Role;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.read.segments.MemberRow;
import cx.ecou.segment.read.segments.SegmentRow;
import cx.ecou.segment.read.segments.Segments;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Codes;
import cx.ecou.webshell.format.Format;
import cx.ecou.webshell.problems.NotFound;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which segments there are, and who belongs to one, now or at a past moment. What is shown stands in the address. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class SegmentsPagesController {

    private static final int LINES = 50;

    private final Segments segments;
    private final SegmentWords words;
    private final AuditTrail audit;
    private final Format format;
    private final Clock clock;

    SegmentsPagesController(Segments segments, SegmentWords words, AuditTrail audit, Format format, Clock clock) {
        this.segments = segments;
        this.words = words;
        this.audit = audit;
        this.format = format;
        this.clock = clock;
    }

    @GetMapping("/segments")
    ModelAndView all(
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Colleague me) {
        Segments.Page<SegmentRow> page = segments.page(closed, place(cursor), LINES);
        return new ModelAndView("segment/segments")
                .addObject("segments", page.rows())
                .addObject("closed", closed)
                .addObject("mayChange", mayChange(me))
                .addObject(
                        "next",
                        page.next() == null
                                ? null
                                : "/segments?closed=" + closed + "&cursor="
                                        + page.next().cursor());
    }

    /**
     * A member as the page shows one.
     *
     * @param why what was found when they entered, in words
     */
    record Line(MemberRow member, List<String> why) {

        public String shortId() {
            return member.customerId().toString().substring(0, 6);
        }
    }

    @GetMapping("/segments/{segmentId}")
    ModelAndView one(
            @PathVariable UUID segmentId,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Colleague me) {
        SegmentRow segment = segments.find(segmentId).orElseThrow(() -> new NotFound("segment"));
        Instant moment = moment(at);
        audit.listed(
                "segment-member",
                Codes.NONE
                        .with("segment", segmentId)
                        .with("past", moment != null)
                        .with("limit", LINES));
        Segments.Page<MemberRow> page = segments.members(segmentId, moment, place(cursor), LINES);
        return new ModelAndView("segment/segment")
                .addObject("segment", segment)
                .addObject("lines", lines(segmentId, page.rows()))
                .addObject("at", moment == null ? null : at)
                .addObject("moment", moment)
                .addObject("mayChange", mayChange(me) && segment.closedAt() == null)
                .addObject("mayEdit", RuleDraft.of(segment.rule()).isPresent())
                .addObject(
                        "next", page.next() == null ? null : href(segmentId, moment == null ? null : at, page.next()));
    }

    private List<Line> lines(UUID segmentId, List<MemberRow> members) {
        Map<Integer, Rule> rules = new HashMap<>();
        return members.stream()
                .map(member -> new Line(
                        member,
                        words.findings(
                                rules.computeIfAbsent(
                                        member.revision(), revision -> segments.rule(segmentId, revision)),
                                member.findings())))
                .toList();
    }

    /** As the reader's clock shows it; what is none, or has not come yet, is now. */
    private @Nullable Instant moment(@Nullable String typed) {
        try {
            if (typed == null || typed.isBlank()) {
                return null;
            }
            Instant moment =
                    LocalDateTime.parse(typed.strip()).atZone(format.zone()).toInstant();
            return moment.isBefore(clock.instant()) ? moment : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String href(UUID segmentId, @Nullable String at, Place next) {
        return "/segments/" + segmentId + "?" + (at == null ? "" : "at=" + at.strip() + "&") + "cursor="
                + next.cursor();
    }

    private static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Place.parse(cursor).orElse(null);
    }

    private static boolean mayChange(Colleague me) {
        return me.role() == Role.ADMIN || me.role() == Role.CX_MANAGER;
    }
}
