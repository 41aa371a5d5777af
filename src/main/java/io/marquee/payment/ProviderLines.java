package io.marquee.payment;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnStateTransitionEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The lines to all providers, as this node sees them; what becomes of them is counted and kept for all nodes to see. */
@Component
class ProviderLines {
    private final Map<String, ProviderLine> lines = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final ProviderStates states;

    ProviderLines(MeterRegistry meters, ProviderStates states) {
        this.meters = meters;
        this.states = states;
    }

    ProviderLine to(String provider) {
        return lines.computeIfAbsent(provider, this::open);
    }

    private ProviderLine open(String provider) {
        ProviderLine line = new ProviderLine(provider);
        meters.gauge(
                "marquee.provider.down",
                io.micrometer.core.instrument.Tags.of("provider", provider),
                line,
                l -> l.isClosed() ? 1 : 0);
        line.breaker()
                .getEventPublisher()
                .onSuccess(event -> count(provider, "answered"))
                .onIgnoredError(event -> count(provider, "answered"))
                .onError(event -> failed(provider, event))
                .onCallNotPermitted(event -> count(provider, "not_made"))
                .onStateTransition(event -> moved(provider, event));
        return line;
    }

    private void count(String provider, String outcome) {
        meters.counter("marquee.provider.calls", "provider", provider, "outcome", outcome)
                .increment();
    }

    private void failed(String provider, CircuitBreakerOnErrorEvent event) {
        count(provider, "unreachable");
        states.failed(provider, String.valueOf(event.getThrowable().getMessage()));
    }

    private void moved(String provider, CircuitBreakerOnStateTransitionEvent event) {
        State from = event.getStateTransition().getFromState();
        State to = event.getStateTransition().getToState();
        if (to == State.OPEN && from == State.CLOSED) states.moved(provider, ProviderState.DOWN);
        if (to == State.CLOSED) states.moved(provider, ProviderState.UP);
    }
}
