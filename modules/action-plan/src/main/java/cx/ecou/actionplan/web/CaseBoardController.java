package cx.ecou.actionplan.web;

import cx.ecou.actionplan.events.CaseStatus;
import cx.ecou.actionplan.events.Priority;
import cx.ecou.actionplan.read.casefile.CaseCounts;
import cx.ecou.actionplan.read.casefile.CaseFile;
import cx.ecou.actionplan.read.casefile.CaseFiles;
import cx.ecou.actionplan.read.casefile.CaseFilter;
import cx.ecou.actionplan.read.casefile.CasePage;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All cases, as a board or as a list. What is shown stands in the address. */
@Controller
@AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
class CaseBoardController {

    private static final int CARDS = 12;
    private static final int LINES = 50;

    private final CaseFiles cases;
    private final CasePeople people;
    private final Clock clock;
    private final AuditTrail audit;

    CaseBoardController(CaseFiles cases, CasePeople people, Clock clock, AuditTrail audit) {
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.audit = audit;
    }

    @GetMapping("/cases")
    String cases(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Colleague me, Model model) {
        var query = CasesQuery.of(parameters);
        Instant now = clock.instant();
        CaseFilter filter = query.filter(me.id());
        audit.listed("case", (query.isList() ? filter.with(query.statuses()) : filter).codes());
        CaseCounts counts = cases.counts(filter, now);
        model.addAttribute("query", query);
        model.addAttribute("counts", counts);
        model.addAttribute("me", me);
        model.addAttribute("owners", people.whoMayOwn());
        model.addAttribute("touchpoints", cases.touchpoints());
        model.addAttribute("priorities", Priority.values());
        model.addAttribute("statuses", CaseStatus.values());
        if (query.isList()) {
            model.addAttribute("list", list(query, filter, me, place(parameters.get("cursor")), now));
        } else {
            model.addAttribute("columns", columns(filter, counts, me, now));
        }
        return "action-plan/cases";
    }

    /** The top of one column, and how many there are in all. */
    record Column(CaseStatus status, List<CaseCard> cards, long cases, long overdue) {

        public long more() {
            return cases - cards.size();
        }
    }

    /** A part of the list. */
    record Lines(List<CaseCard> cards, @Nullable String nextHref) {}

    private List<Column> columns(CaseFilter filter, CaseCounts counts, Colleague me, Instant now) {
        return Arrays.stream(CaseStatus.values())
                .map(status -> new Column(
                        status,
                        cards(cases.column(status, filter, me.id(), CARDS, now), me, now),
                        counts.of(status),
                        counts.overdue(status)))
                .toList();
    }

    private Lines list(CasesQuery query, CaseFilter filter, Colleague me, CasePage.@Nullable Place after, Instant now) {
        CasePage page = cases.list(filter.with(query.statuses()), query.order(), me.id(), after, LINES, now);
        return new Lines(cards(page.cases(), me, now), page.next() == null ? null : query.page(page.next()));
    }

    private List<CaseCard> cards(List<CaseFile> files, Colleague me, Instant now) {
        boolean acts = CasePeople.mayAct(me);
        return files.stream()
                .map(file -> new CaseCard(
                        file,
                        Headline.of(file.comment(), file.language()),
                        people.name(file.owner()),
                        file.isOf(me.id()),
                        file.isOverdue(now),
                        acts ? Move.from(file.status()) : List.of()))
                .toList();
    }

    private static CasePage.@Nullable Place place(@Nullable String cursor) {
        try {
            return cursor == null ? null : CasePage.Place.of(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
