package cx.ecou.platform.access.session;

import cx.ecou.platform.access.account.Account;
import cx.ecou.platform.access.account.Accounts;
import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import cx.ecou.webshell.texts.Language;
import cx.ecou.webshell.texts.LanguageChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who has shown who they are: a new session under a new id, a new token for forms, and their language.
 * Whatever session the browser brought along ends, so nobody can have planted it.
 */
@Component
public class Arrivals {

    private final PageSessions sessions;
    private final SessionCookie cookie;
    private final Accounts accounts;
    private final SessionAuthenticationStrategy renewFormToken;
    private final AuditTrail audit;

    Arrivals(
            PageSessions sessions,
            SessionCookie cookie,
            Accounts accounts,
            SessionAuthenticationStrategy renewFormToken,
            AuditTrail audit) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.accounts = accounts;
        this.renewFormToken = renewFormToken;
        this.audit = audit;
    }

    public void letIn(UUID accountId, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(sessions::end);
        audit.record(Deed.of("signed-in", "account", accountId).by(accountId));
        String token = sessions.open(accountId);
        cookie.write(request, response, token);
        accounts.signedIn(accountId);
        sessions.find(token).ifPresent(session -> greet(session, request, response));
    }

    public void seeOff(HttpServletRequest request, HttpServletResponse response) {
        SignedIn.current()
                .map(signedIn -> signedIn.account().id())
                .ifPresent(id -> audit.changed("account", id, "signed-out"));
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(request, response);
        SecurityContextHolder.clearContext();
    }

    private void greet(PageSession session, HttpServletRequest request, HttpServletResponse response) {
        var signedIn = new SignedIn(session);
        renewFormToken.onAuthentication(signedIn, request, response);
        SecurityContextHolder.setContext(new SecurityContextImpl(signedIn));
        speak(session.account(), request, response);
    }

    private static void speak(Account account, HttpServletRequest request, HttpServletResponse response) {
        if (account.language() != null) {
            LanguageChoice.remember(Language.of(account.language()), request, response);
        }
    }
}
