package io.marquee.integration;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where they stand in what was sent to programs, or came from files. */
@Component
class PersonalMessages implements PersonalRecords {
    @Override
    public String module() {
        return "integration";
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update integration.webhook_deliveries set body = '{}', answer = null
                    where state <> 'waiting' and platform.names_address(body, :email)
                    """, """
                    update integration.imports set body = regexp_replace(body, platform.address_pattern(:email), :gone, 'g')
                    where state in ('draft', 'done') and platform.names_address(body, :email)
                    """);
    }
}
