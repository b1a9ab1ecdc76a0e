package cx.ecou.provingground;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several nodes of the platform on one database. */
final class Nodes implements AutoCloseable {

    private final Ground ground;
    private final Map<String, String> settings;
    private final List<Platform> nodes = new ArrayList<>();

    private Nodes(Ground ground, Map<String, String> settings) {
        this.ground = ground;
        this.settings = settings;
    }

    /** Starts all of them at the same moment. */
    static Nodes start(int count, Ground ground, OwnDatabase database, Map<String, String> settings)
            throws IOException {
        var nodes = new Nodes(ground, database.settings(settings));
        try {
            for (int i = 0; i < count; i++) {
                nodes.nodes.add(nodes.launch(i, Platform.freePort()));
            }
            for (Platform node : nodes.nodes) {
                node.awaitAnswer();
            }
            return nodes;
        } catch (IOException e) {
            nodes.close();
            throw e;
        }
    }

    /** Starts one alone, on which everything works that works on one node only, and the others afterwards. */
    static Nodes startOneAfterTheOther(int count, Ground ground, OwnDatabase database, Map<String, String> settings)
            throws IOException {
        var nodes = start(1, ground, database, settings);
        try {
            while (nodes.nodes.size() < count) {
                nodes.nodes.add(
                        nodes.launch(nodes.nodes.size(), Platform.freePort()).awaitAnswer());
            }
            return nodes;
        } catch (IOException e) {
            nodes.close();
            throw e;
        }
    }

    /** PostgreSQL knows the connections of a node by its number: {@code node-0}. */
    private Platform launch(int number, int port) throws IOException {
        Map<String, String> own = new HashMap<>(settings);
        own.computeIfPresent("SPRING_DATASOURCE_URL", (name, url) -> url + "&ApplicationName=node-" + number);
        own.put("SERVER_PORT", String.valueOf(port));
        return Platform.launch(ground.program(), ground.folder().resolve("node-" + number), own);
    }

    Platform node(int number) {
        return nodes.get(number);
    }

    List<Integer> ports() {
        return nodes.stream().map(Platform::port).toList();
    }

    /** Something that takes a while. */
    interface Meanwhile {
        void pass() throws IOException;
    }

    /** The node whose processors handle the most until then, or until one does; another may have taken over what one did before. */
    Platform busiestUntil(Meanwhile over) throws IOException {
        List<Double> before = handled();
        List<Double> now;
        do {
            over.pass();
            now = handled();
        } while (now.equals(before));
        int busiest = 0;
        for (int i = 1; i < nodes.size(); i++) {
            if (now.get(i) - before.get(i) > now.get(busiest) - before.get(busiest)) {
                busiest = i;
            }
        }
        return nodes.get(busiest);
    }

    private List<Double> handled() throws IOException {
        List<Double> handled = new ArrayList<>();
        for (Platform node : nodes) {
            handled.add(node.handled().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum());
        }
        return handled;
    }

    /** Starts a node that was killed again, where it was. */
    void startAgain(int number) throws IOException {
        nodes.set(number, launch(number, nodes.get(number).port()).awaitAnswer());
    }

    @Override
    public void close() throws IOException {
        for (Platform node : nodes) {
            node.process().destroy();
        }
        for (Platform node : nodes) {
            node.close();
        }
    }
}
