package cx.ecou.platform.live;

import cx.ecou.kernel.Role;
import cx.ecou.platform.access.session.SignedIn;
import cx.ecou.webshell.access.AllowedFor;
import cx.ecou.webshell.problems.InvalidInput;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** {@code GET /live?topics=…}: tells an open page which of its topics have changed. It carries names, never contents. */
@Controller
class LiveController {

    private static final int MOST_TOPICS = 10;
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9.-]{0,99}");

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedFor({Role.ADMIN, Role.CX_MANAGER, Role.CX_AGENT, Role.EXECUTIVE})
    SseEmitter live(@RequestParam Set<String> topics, SignedIn me) {
        if (topics.isEmpty()
                || topics.size() > MOST_TOPICS
                || !topics.stream().allMatch(topic -> TOPIC.matcher(topic).matches())) {
            throw InvalidInput.of("topics", "unknown-topic", "one to ten topics, such as insight.figures");
        }
        return streams.open(me.session().token(), topics);
    }
}
