package cx.ecou.feedback.web;

import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.read.inbox.FeedbackRow;
import cx.ecou.feedback.read.inbox.Inbox;
import cx.ecou.feedback.read.inbox.InboxFilter;
import cx.ecou.feedback.read.inbox.InboxParameters;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.csv.Csv;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox: a list that can be narrowed, and the voice that is being read. All of its state stands in the URL. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class InboxController {

    private static final int PAGE = 25;

    private final Inbox inbox;
    private final StoredEvents events;
    private final AuditTrail audit;

    InboxController(Inbox inbox, StoredEvents events, AuditTrail audit) {
        this.inbox = inbox;
        this.events = events;
        this.audit = audit;
    }

    @GetMapping("/inbox")
    String list(@RequestParam Map<String, String> parameters, Model model) {
        InboxFilter filter = filter(parameters, model);
        audit.listed("feedback", filter.codes());
        Inbox.Page page = page(parameters, filter, model);
        read(page.rows().isEmpty() ? null : page.rows().get(0), model);
        model.addAttribute("reading", false);
        return "feedback/inbox";
    }

    @GetMapping("/inbox/{feedbackId}")
    String one(@PathVariable UUID feedbackId, @RequestParam Map<String, String> parameters, Model model) {
        FeedbackRow row = inbox.find(feedbackId).orElseThrow(() -> new NotFound("feedback"));
        audit.viewed("feedback", feedbackId);
        page(parameters, filter(parameters, model), model);
        read(row, model);
        model.addAttribute("reading", true);
        return "feedback/inbox";
    }

    /** A button that offers what has been recorded since the page was opened; nothing while there is nothing. */
    @GetMapping("/inbox/new")
    String arrived(@RequestParam Map<String, String> parameters, Model model) {
        InboxFilter filter = InboxParameters.read(parameters);
        Instant since = InboxParameters.moment("since", parameters);
        model.addAttribute("arrived", inbox.countRecordedAfter(filter, since));
        model.addAttribute("view", InboxView.linksOf(parameters));
        return "feedback/inbox :: arrived";
    }

    @GetMapping("/inbox.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) {
        InboxFilter filter = InboxParameters.read(parameters);
        audit.exported("feedback", filter.codes());
        try (Csv csv = Csv.download("feedback.csv", response)) {
            csv.row(FeedbackTable.HEADER);
            inbox.forEach(filter, row -> csv.row(FeedbackTable.cells(row)));
        }
    }

    private Inbox.Page page(Map<String, String> parameters, InboxFilter filter, Model model) {
        model.addAttribute("since", inbox.lastRecorded());
        Inbox.Page page = inbox.page(filter, place(parameters.get("cursor")), PAGE);
        model.addAttribute("page", page);
        model.addAttribute("count", inbox.count(filter));
        model.addAttribute("view", InboxView.of(parameters, page.next(), inbox));
        return page;
    }

    /** A filter that cannot be read shows everything, and says so; a link is old more often than evil. */
    private static InboxFilter filter(Map<String, String> parameters, Model model) {
        try {
            return InboxParameters.read(parameters);
        } catch (InvalidInput e) {
            model.addAttribute("problems", e.problems());
            return InboxFilter.NONE;
        }
    }

    private static @Nullable Place place(@Nullable String cursor) {
        return cursor == null ? null : Place.parse(cursor).orElse(null);
    }

    private void read(@Nullable FeedbackRow row, Model model) {
        model.addAttribute("read", row);
        if (row != null) {
            model.addAttribute("history", events.ofAggregate(row.feedbackId()));
            model.addAttribute("earlier", row.customerRef() == null ? List.of() : inbox.ofCustomer(row));
        }
    }
}
