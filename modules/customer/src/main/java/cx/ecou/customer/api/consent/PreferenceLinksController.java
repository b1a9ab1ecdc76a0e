package cx.ecou.customer.api.consent;

import cx.ecou.customer.write.link.PreferenceLink;
import cx.ecou.customer.write.link.PreferenceLinks;
import cx.ecou.customer.write.person.KnownSubjects;
import cx.ecou.eventstore.ReadsModel;
import cx.ecou.webshell.access.PublicAddress;
import cx.ecou.webshell.access.RequiresScope;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.problems.InvalidInput;
import cx.ecou.webshell.problems.NotFound;
import cx.ecou.webshell.texts.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Links for a customer, to be put into a message. A repeated request makes another link to the same page. */
@RestController
class PreferenceLinksController {

    private final PreferenceLinks links;
    private final KnownSubjects subjects;
    private final PublicAddress address;
    private final AuditTrail audit;

    PreferenceLinksController(PreferenceLinks links, KnownSubjects subjects, PublicAddress address, AuditTrail audit) {
        this.links = links;
        this.subjects = subjects;
        this.address = address;
        this.audit = audit;
    }

    @PostMapping("/api/v1/customers/{source}/{ref}/preference-links")
    @RequiresScope("customer:write")
    @ReadsModel("customer.recognition")
    ResponseEntity<Made> make(
            @PathVariable String source,
            @PathVariable String ref,
            @RequestBody(required = false) @Nullable Wish wish,
            HttpServletRequest request) {
        UUID customerId = subjects.homeOf(source, ref).orElseThrow(() -> new NotFound("customer"));
        PreferenceLink link = links.make(customerId);
        audit.changed("preference-link", customerId, "made");
        String language = wish == null || wish.language() == null ? "" : "?lang=" + wish.language();
        String whole = address.link(request, link.path()) + language;
        return ResponseEntity.created(URI.create(whole)).body(new Made(whole, link.expiresAt()));
    }

    /** @param language in which the page opens, a tag; null for that of the browser */
    record Wish(@Nullable String language) {

        Wish {
            if (language != null && Language.withTag(language).isEmpty()) {
                String known =
                        Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", "));
                throw InvalidInput.of("language", "unknown-value", "One of these is expected: " + known + ".");
            }
        }
    }

    /** @param address the whole link; it is told only now */
    record Made(String address, Instant expiresAt) {}
}
