package cx.ecou.platform.operations;

import cx.ecou.eventstore.EventBrowser;
import cx.ecou.eventstore.EventRow;
import cx.ecou.eventstore.SearchTooWide;
import cx.ecou.kernel.Role;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.components.FormProblems;
import cx.ecou.webshell.components.PageRows;
import cx.ecou.webshell.format.Format;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The events as they lie in the store, newest first; also those that this program cannot read. */
@Controller
@RequestMapping("/operations/events")
@AllowedFor(Role.ADMIN)
class EventsController {

    private static final int PAGE = 50;

    private final EventBrowser events;
    private final Format format;
    private final AuditTrail audit;

    EventsController(EventBrowser events, Format format, AuditTrail audit) {
        this.events = events;
        this.format = format;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView list(@ModelAttribute EventForm form, @RequestParam(required = false) @Nullable Long before) {
        try {
            List<EventRow> found =
                    events.find(form.search(format.zone()), before == null ? Long.MAX_VALUE : before, PAGE + 1);
            return page(form, FormProblems.NONE, found).addObject("before", before);
        } catch (InvalidInput e) {
            return page(form, FormProblems.of(e), List.of());
        } catch (SearchTooWide e) {
            return page(form, FormProblems.of(InvalidInput.of("", "search-too-wide", "narrow it")), List.of());
        }
    }

    private ModelAndView page(EventForm form, FormProblems problems, List<EventRow> found) {
        PageRows<EventRow> rows = PageRows.of(found, PAGE);
        return new ModelAndView(
                        "operations/events", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("form", form)
                .addObject("problems", problems)
                .addObject("types", events.knownTypes())
                .addObject("events", rows.shown())
                .addObject("older", rows.goesOn(last -> form.before(last.position())));
    }

    @GetMapping("/{position}")
    String one(@PathVariable long position, Model model) {
        model.addAttribute("event", events.at(position).orElseThrow(() -> new NotFound("event")));
        audit.changed("event", String.valueOf(position), "viewed");
        return "operations/event";
    }
}
