package io.marquee.invoicing;

import io.marquee.platform.personal.PersonalRecords;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Their receipts and invoices. The law wants them kept as they are, so they stay. Who sold is forgotten where nothing is sold any more. */
@Component
class PersonalDocuments implements PersonalRecords {
    @Override
    public String module() {
        return "invoicing";
    }

    @Override
    public Map<String, String> told() {
        return Map.ofEntries(Map.entry("documents", """
                    select kind, label, issued_at, total_amount, currency, sheet from invoicing.documents where order_id = any (:orders)
                    """));
    }

    @Override
    public List<String> erasing() {
        return List.of("""
                    update invoicing.sellers set legal_name = :nobody, address = '', tax_id = '', footer = ''
                    where organization_id = any (:owned)
                    """);
    }

    @Override
    public Map<String, String> objections() {
        return Map.of("documents_due", """
                    select distinct what from invoicing.due
                    where (order_id = any (:orders) or organization_id = any (:owned)) and due_at < 'infinity'
                    """);
    }
}
