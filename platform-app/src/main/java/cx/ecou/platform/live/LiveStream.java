package cx.ecou.platform.live;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page that listens. Changes are collected, and told when it is next asked to tell. If the page has gone, the
 * servlet container notices with us and completes the emitter by itself.
 */
final class LiveStream {

    private static final Logger log = LoggerFactory.getLogger(LiveStream.class);

    private final String session;
    private final SseEmitter emitter;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();

    LiveStream(String session, SseEmitter emitter) {
        this.session = session;
        this.emitter = emitter;
    }

    /** The token of the session in which the page was opened. */
    String session() {
        return session;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void changed(String topic) {
        changed.add(topic);
    }

    /** Whether there is something to tell, and nobody is about to. */
    boolean wantsToTell() {
        return !changed.isEmpty() && telling.compareAndSet(false, true);
    }

    /** Tells each changed topic once: a message whose content is the topic. */
    void tell() {
        try {
            for (String topic : List.copyOf(changed)) {
                changed.remove(topic);
                emitter.send(SseEmitter.event().data(topic, MediaType.TEXT_PLAIN));
            }
        } catch (IOException | IllegalStateException e) {
            log.debug("A live page has gone", e);
        } finally {
            telling.set(false);
        }
    }

    /** Keeps proxies from closing the connection, and finds out that nobody is there any more. */
    void beat() {
        try {
            emitter.send(SseEmitter.event().comment("still here"));
        } catch (IOException | IllegalStateException e) {
            log.debug("A live page has gone", e);
        }
    }

    void end() {
        emitter.complete();
    }
}
