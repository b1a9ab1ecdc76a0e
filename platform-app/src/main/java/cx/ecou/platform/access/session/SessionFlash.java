package cx.ecou.platform.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what the page after a redirect is to say once ({@code RedirectAttributes}) in the session's row, so that another
 * node can say it. Plain values only: texts, numbers, true and false.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class SessionFlash extends AbstractFlashMapManager {

    private final PageSessions sessions;
    private final JsonMapper json;

    SessionFlash(PageSessions sessions, JsonMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    /** One redirect's message, as stored. */
    record Kept(
            @Nullable String path,
            Map<String, List<String>> parameters,
            Map<String, Object> attributes,
            long expiresAt) {}

    /** The caller takes out of the list what has been said. */
    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return session(request)
                .map(PageSession::flash)
                .map(flash -> json.readValue(flash, new TypeReference<List<Kept>>() {}).stream()
                        .map(SessionFlash::opened)
                        .collect(Collectors.toCollection(ArrayList::new)))
                .orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> maps, HttpServletRequest request, HttpServletResponse response) {
        session(request)
                .ifPresent(session -> sessions.flash(
                        session.token(),
                        maps.isEmpty()
                                ? null
                                : json.writeValueAsString(
                                        maps.stream().map(SessionFlash::kept).toList())));
    }

    /** Styles and scripts never say anything, so nobody has to look who asks for them. */
    private static Optional<PageSession> session(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean asset = path.startsWith("/assets/") || path.startsWith("/webjars/");
        return asset ? Optional.empty() : SignedIn.current().map(SignedIn::session);
    }

    private static Kept kept(FlashMap map) {
        return new Kept(
                map.getTargetRequestPath(),
                Map.copyOf(map.getTargetRequestParams()),
                Map.copyOf(map),
                map.getExpirationTime());
    }

    private static FlashMap opened(Kept kept) {
        var map = new FlashMap();
        map.putAll(kept.attributes());
        map.setTargetRequestPath(kept.path());
        map.addTargetRequestParams(new LinkedMultiValueMap<>(kept.parameters()));
        map.setExpirationTime(kept.expiresAt());
        return map;
    }
}
