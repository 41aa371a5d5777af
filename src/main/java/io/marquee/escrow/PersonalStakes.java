package io.marquee.escrow;

import io.marquee.platform.personal.PersonalRecords;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Stakes name nobody; those that nobody decided about are still somebody’s money. */
@Component
class PersonalStakes implements PersonalRecords {
    @Override
    public String module() {
        return "escrow";
    }

    @Override
    public Map<String, String> objections() {
        return Map.of("stakes_undecided", """
                    select distinct currency from escrow.stakes
                    where (order_id = any (:orders) or organization_id = any (:owned)) and state in ('held', 'returning', 'failed')
                    """);
    }
}
