package cx.ecou.actionplan.automation;

import cx.ecou.actionplan.write.customercase.OpenCase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Keeps what a reaction asks for, and answers it as the test says. */
final class RecordedCommands implements CommandGateway {

    final List<Object> sent = new ArrayList<>();
    private final Function<Object, Object> answer;

    RecordedCommands(Function<Object, Object> answer) {
        this.answer = answer;
    }

    /** Answers a case that is asked for the first time with yes, later with no. */
    static RecordedCommands opening() {
        Set<Object> known = new HashSet<>();
        return new RecordedCommands(command -> known.add(((OpenCase) command).caseId()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> R sendAndWait(Object command) {
        sent.add(command);
        return (R) answer.apply(command);
    }

    @Override
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        return sendAndWait(command);
    }

    @Override
    public <R> CompletableFuture<R> send(Object command) {
        return CompletableFuture.completedFuture(sendAndWait(command));
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        throw new UnsupportedOperationException("a reaction waits for its answer");
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new UnsupportedOperationException("nothing stands in between here");
    }
}
