call audit.watch('pricing.rules', 'price_rule', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,created_at');
call audit.watch('pricing.promo_codes', 'promo_code', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,created_at');
