package cx.ecou.customer.api.export;

import cx.ecou.customer.write.export.Export;
import cx.ecou.customer.write.export.ExportLink;
import cx.ecou.customer.write.export.ExportState;
import cx.ecou.customer.write.export.Exports;
import cx.ecou.customer.write.person.KnownSubjects;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.webshell.access.PublicAddress;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resource "exports" of a customer. A repeated request makes another export. */
@RestController
@RequestMapping("/api/v1/customers/{source}/{ref}/exports")
@RequiresScope("customer:export")
class CustomerExportsController {

    private final Exports exports;
    private final KnownSubjects subjects;
    private final PublicAddress address;
    private final AuditTrail audit;

    CustomerExportsController(Exports exports, KnownSubjects subjects, PublicAddress address, AuditTrail audit) {
        this.exports = exports;
        this.subjects = subjects;
        this.address = address;
        this.audit = audit;
    }

    @PostMapping
    @ReadsModel("customer.recognition")
    ResponseEntity<Requested> request(
            @PathVariable String source, @PathVariable String ref, HttpServletRequest request) {
        ExportLink made = exports.request(home(source, ref));
        audit.changed("customer-export", made.export().exportId(), "made");
        URI here = URI.create(request.getRequestURI() + "/" + made.export().exportId());
        return ResponseEntity.accepted()
                .location(here)
                .body(new Requested(
                        made.export().exportId(),
                        made.export().state(),
                        address.link(request, made.path()),
                        made.export().expiresAt()));
    }

    @GetMapping("/{exportId}")
    State read(@PathVariable String source, @PathVariable String ref, @PathVariable UUID exportId) {
        UUID home = home(source, ref);
        return exports.find(exportId)
                .filter(export -> exports.isOf(export, home))
                .map(State::of)
                .orElseThrow(() -> new NotFound("export"));
    }

    private UUID home(String source, String ref) {
        return subjects.homeOf(source, ref).orElseThrow(() -> new NotFound("customer"));
    }

    /** @param address where it can be fetched when it is ready; it is told only now */
    record Requested(UUID exportId, ExportState state, String address, Instant expiresAt) {}

    record State(UUID exportId, ExportState state, Instant requestedAt, Instant expiresAt) {

        static State of(Export export) {
            return new State(export.exportId(), export.state(), export.requestedAt(), export.expiresAt());
        }
    }
}
