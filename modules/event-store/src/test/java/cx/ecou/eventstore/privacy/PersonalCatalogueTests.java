package cx.ecou.eventstore.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.privacy.Guest.GuestLeft;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersonalCatalogueTests {

    @Test
    void says_which_events_carry_what_about_whom() {
        var catalogue = new PersonalCatalogue(List.of(new EventRegister("guest", Guest.class)));
        UUID ana = UUID.randomUUID();

        assertThat(catalogue.all()).singleElement().satisfies(parts -> {
            assertThat(parts.event()).isEqualTo("guest.GuestWrote");
            assertThat(parts.components())
                    .extracting(RecordComponent::getName)
                    .containsExactly("name", "age", "address", "wishes", "companions", "languages");
            assertThat(parts.subject().getName()).isEqualTo("guestId");
            assertThat(parts.subjectOf(Guest.ana(ana))).isEqualTo(ana);
        });
        assertThat(catalogue.of(GuestWrote.class)).isPresent();
        assertThat(catalogue.of(GuestLeft.class)).isEmpty();
    }

    sealed interface Nobody {
        record Said(UUID id, @Personal String words) implements Nobody {}
    }

    sealed interface TwoPersons {
        record Said(
                @DataSubject UUID one,
                @DataSubject UUID other,
                @Personal String words) implements TwoPersons {}
    }

    sealed interface Named {
        record Said(@DataSubject String customer, @Personal String words) implements Named {}
    }

    sealed interface Hidden {
        record Said(
                @Personal @DataSubject UUID customer,
                @Personal String words) implements Hidden {}
    }

    @Test
    void an_event_with_personal_parts_names_exactly_one_person_by_an_id() {
        assertRefused(Nobody.class, "needs exactly one @DataSubject component, a UUID");
        assertRefused(TwoPersons.class, "needs exactly one @DataSubject component, a UUID");
        assertRefused(Named.class, "needs exactly one @DataSubject component, a UUID");
        assertRefused(Hidden.class, "must stay readable");
    }

    sealed interface Primitive {
        record Said(@DataSubject UUID customer, @Personal int age) implements Primitive {}
    }

    @Test
    void what_cannot_read_as_erased_is_refused() {
        assertRefused(Primitive.class, "age of a primitive type, which cannot read as erased");
    }

    sealed interface Inside {
        record Person(@Personal String name) {}

        record Said(@DataSubject UUID customer, List<Person> people) implements Inside {}
    }

    @Test
    void a_mark_that_nobody_would_see_is_refused() {
        assertRefused(Inside.class, "has @Personal parts inside of its component people: mark the component itself");
    }

    sealed interface Taken {
        record Said(@DataSubject UUID customer, String personal) implements Taken {}
    }

    @Test
    void the_name_under_which_the_ciphertext_lies_is_taken() {
        assertRefused(Taken.class, "has a component named personal");
    }

    private static void assertRefused(Class<?> register, String why) {
        assertThatThrownBy(() -> new PersonalCatalogue(List.of(new EventRegister("wrong", register))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The event wrong.Said ")
                .hasMessageContaining(why);
    }
}
