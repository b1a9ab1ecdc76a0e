package cx.ecou.customer.web;

import cx.ecou.customer.write.export.Export;
import cx.ecou.customer.write.export.ExportState;
import cx.ecou.customer.write.export.Exports;
import cx.ecou.webshell.access.PublicRoute;
import cx.ecou.webshell.audit.AuditTrail;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where a person, or who acts for them, fetches all that is known of them: behind a link that was handed over. */
@Controller
@PublicRoute
@RequestMapping("/exports/{token}")
class ExportLinkController {

    private final Exports exports;
    private final AuditTrail audit;

    ExportLinkController(Exports exports, AuditTrail audit) {
        this.exports = exports;
        this.audit = audit;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        Optional<Export> export = exports.behind(token);
        return new ModelAndView("customer/export", status(export))
                .addObject("state", export.map(Export::state).map(Enum::name).orElse("UNKNOWN"))
                .addObject("export", export.orElse(null))
                .addObject("token", token);
    }

    private static HttpStatus status(Optional<Export> export) {
        if (export.isEmpty()) {
            return HttpStatus.NOT_FOUND;
        }
        return export.get().state() == ExportState.EXPIRED ? HttpStatus.GONE : HttpStatus.OK;
    }

    /** Who comes too early or too late is shown the page that says so. */
    @GetMapping("/archive")
    Object archive(@PathVariable String token) {
        UUID exportId = exports.behind(token)
                .filter(export -> export.state() == ExportState.READY)
                .map(Export::exportId)
                .orElse(null);
        byte @Nullable [] archive =
                exportId == null ? null : exports.archive(exportId).orElse(null);
        if (exportId == null || archive == null) {
            return page(token);
        }
        audit.exported("customer-export", exportId);
        return file(archive);
    }

    private static ResponseEntity<byte[]> file(byte[] archive) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("personal-data.zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(archive);
    }
}
