package io.marquee.wallet;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The phones that are told of changes to their passes. */
@Component
class PersonalPasses implements PersonalRecords {
    @Override
    public String module() {
        return "wallet";
    }

    @Override
    public Map<String, String> told() {
        return Map.of("phones", """
                    select device from wallet.registrations where ticket_id = any (:held)
                    """);
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    delete from wallet.registrations where ticket_id = any (:held)
                    """);
    }
}
