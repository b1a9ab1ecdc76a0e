package cx.ecou.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

class MachineCheckTests {

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0)) {
            assertRefused(
                    new PortCheck(),
                    "server.port",
                    Integer.toString(taken.getLocalPort()),
                    "Port " + taken.getLocalPort()
                            + " is taken or not allowed: stop what uses it, or set SERVER_PORT to another one.");
        }
    }

    @Test
    void a_free_port_and_any_port_are_fine() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (String port : new String[] {Integer.toString(free), "0", "-1"}) {
            assertThatCode(() -> new PortCheck().check(new MockEnvironment().withProperty("server.port", port)))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "80 80", "99999"})
    void what_is_no_port_is_said_to_be_none(String port) {
        assertThatThrownBy(() -> new PortCheck().check(new MockEnvironment().withProperty("server.port", port)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("SERVER_PORT is not a ");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        String inside = Files.createFile(folder.resolve("file")).resolve("data").toString();

        assertRefused(
                new FolderCheck(),
                "ecou.home",
                inside,
                "The folder " + inside + " cannot be written: set ECOU_HOME to a folder that Ecou may write to.");
    }

    @Test
    void a_folder_in_which_another_ecou_works_is_not_shared() throws IOException {
        try (var channel = FileChannel.open(
                        folder.resolve("ecou.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() ->
                            new FolderCheck().check(new MockEnvironment().withProperty("ecou.home", folder.toString())))
                    .hasMessageStartingWith("Another Ecou works in the folder " + folder);
        }
    }

    @Test
    void a_new_folder_is_made() {
        Path home = folder.resolve("a/b");

        new FolderCheck().check(new MockEnvironment().withProperty("ecou.home", home.toString()));

        assertThat(home).isDirectory();
    }

    @Test
    void with_a_database_elsewhere_no_folder_is_needed() {
        var environment = new MockEnvironment()
                .withProperty("ecou.home", "/dev/null/x")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db/ecou");

        assertThatCode(() -> new FolderCheck().check(environment)).doesNotThrowAnyException();
    }

    @Test
    void a_secret_may_come_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f\n");
        var environment = environment(Map.of("ecou.api.key.file", file.toString()));

        new SecretsFromFiles().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("ecou.api.key")).isEqualTo("5f0c1e9d8a7b6c5d4e3f2a1b0c9d8e7f");
    }

    @Test
    void a_file_with_a_secret_that_cannot_be_read_is_named_with_its_variable() {
        String missing = folder.resolve("missing").toString();
        var environment = environment(Map.of("ecou.admin.password.file", missing));

        assertThatThrownBy(() -> new SecretsFromFiles().postProcessEnvironment(environment, new SpringApplication()))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The file " + missing
                        + " cannot be read: correct ECOU_ADMIN_PASSWORD_FILE, or let Ecou read the file.");
    }

    @Test
    void logs_are_json_only_when_asked_for() {
        var plain = environment(Map.of());
        var json = environment(Map.of("ecou.log.format", "JSON"));

        new LogFormat().postProcessEnvironment(plain, new SpringApplication());
        new LogFormat().postProcessEnvironment(json, new SpringApplication());

        assertThat(plain.getProperty("logging.structured.format.console")).isNull();
        assertThat(json.getProperty("logging.structured.format.console")).isEqualTo("logstash");
    }

    private static StandardEnvironment environment(Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }

    private static void assertRefused(StartCheck.Check check, String property, String value, String sentence) {
        assertThatThrownBy(() -> check.check(new MockEnvironment().withProperty(property, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(sentence);
    }
}
