package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.platform.tenancy.Acting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What providers there are and how they are, for the administrator. */
@Component
public class ProviderBoard {
    private final Providers providers;
    private final ProviderStates states;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Access access;
    private final Acting acting;

    ProviderBoard(
            Providers providers,
            ProviderStates states,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Access access,
            Acting acting) {
        this.providers = providers;
        this.states = states;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.access = access;
        this.acting = acting;
    }

    /** By name. */
    public List<ProviderView> all() {
        access.requireAdministrator();
        Map<String, ProviderStates.Seen> seen =
                states.all().stream().collect(Collectors.toMap(ProviderStates.Seen::provider, Function.identity()));
        Map<String, Integer> accounts = accounts();
        return providers.all().stream()
                .map(provider -> view(provider, seen.get(provider.name()), accounts.getOrDefault(provider.name(), 0)))
                .toList();
    }

    /** What this node sees now counts more than what any saw last. */
    private ProviderView view(PaymentProvider provider, ProviderStates.@Nullable Seen seen, int accounts) {
        ProviderState last = seen == null ? ProviderState.UP : seen.state();
        return new ProviderView(
                provider.name(),
                provider.offered(),
                new TreeSet<>(provider.capabilities()),
                providers.isDown(provider.name()) ? ProviderState.DOWN : last,
                seen == null ? null : seen.since(),
                seen == null ? null : seen.lastError(),
                seen == null ? null : seen.failedAt(),
                accounts);
    }

    private Map<String, Integer> accounts() {
        Map<String, Integer> byProvider = new HashMap<>();
        acting.asPlatform(() -> transaction.executeWithoutResult(status -> jdbc.sql(
                        "select provider, count(*) from payment.accounts group by provider")
                .query(row -> {
                    byProvider.put(row.getString(1), row.getInt(2));
                })));
        return byProvider;
    }
}
