package io.marquee.ledger;

import io.marquee.platform.personal.PersonalRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The books name nobody; what is left of an organization of theirs is still their money. */
@Component
class PersonalBooks implements PersonalRecords {
    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Map<String, String> objections() {
        return Map.of("balance_left", """
                    select distinct currency from (
                      select organization_id, currency, amount from ledger.subtotals
                       where organization_id = any (:owned) and account in ('provider_balance', 'disputes_held')
                      union all
                      select e.organization_id, e.currency, e.amount from ledger.unsealed u
                        join ledger.entries e on e.organization_id = u.organization_id and e.posting_id = u.posting_id
                       where u.organization_id = any (:owned) and e.account in ('provider_balance', 'disputes_held')) them
                    group by organization_id, currency having sum(amount) <> 0
                    """);
    }
}
