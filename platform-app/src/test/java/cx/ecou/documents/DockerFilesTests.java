package cx.ecou.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** There may be no container engine where this runs: at least what the files name exists. */
class DockerFilesTests {

    private static final Path ROOT = Path.of("..");

    @Test
    void every_secret_and_volume_of_a_service_is_declared() throws IOException {
        JsonNode compose = yaml("docker-compose.yml");

        compose.get("services").propertyStream().forEach(service -> {
            service.getValue()
                    .path("secrets")
                    .valueStream()
                    .forEach(secret -> assertThat(compose.get("secrets").has(secret.asString()))
                            .as(service.getKey() + " uses the secret " + secret)
                            .isTrue());
            service.getValue()
                    .path("volumes")
                    .valueStream()
                    .map(volume -> volume.asString().split(":", -1)[0])
                    .forEach(volume -> assertThat(
                                    volume.startsWith("./")
                                            ? Files.exists(ROOT.resolve(volume))
                                            : compose.get("volumes").has(volume))
                            .as(service.getKey() + " uses the volume " + volume)
                            .isTrue());
        });
    }

    @Test
    void every_service_says_when_it_is_healthy() throws IOException {
        String image = Files.readString(ROOT.resolve("Dockerfile"));

        assertThat(image).contains("HEALTHCHECK");
        yaml("docker-compose.yml")
                .get("services")
                .propertyStream()
                .filter(service -> !service.getValue().has("build"))
                .forEach(service -> assertThat(service.getValue().has("healthcheck"))
                        .as(service.getKey())
                        .isTrue());
    }

    @Test
    void the_provisioning_can_be_read() throws IOException {
        for (String file : List.of(
                "docker/prometheus/prometheus.yml",
                "docker/grafana/provisioning/datasources/prometheus.yml",
                "docker/grafana/provisioning/dashboards/ecou.yml")) {
            assertThat(yaml(file).isObject()).as(file).isTrue();
        }
    }

    @Test
    void the_dashboard_asks_for_figures_that_there_are() throws IOException {
        JsonNode dashboard =
                JsonMapper.shared().readTree(Files.readString(ROOT.resolve("docker/grafana/dashboards/ecou.json")));

        assertThat(dashboard.get("panels")).isNotEmpty();
        assertThat(dashboard.findValuesAsString("expr"))
                .isNotEmpty()
                .allMatch(expression -> Stream.of("ecou_", "http_server_", "jvm_", "hikaricp_", "process_", "up{")
                        .anyMatch(expression::contains));
    }

    private static JsonNode yaml(String file) throws IOException {
        Map<String, Object> read = new Yaml().load(Files.readString(ROOT.resolve(file)));
        assertThat(read).as(file).isNotEmpty();
        return JsonMapper.shared().valueToTree(read);
    }
}
