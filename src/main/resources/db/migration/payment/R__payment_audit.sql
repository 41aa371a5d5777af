call audit.watch('payment.provider_choices', 'payment_provider', 'organization_id', 'organization_id', '', '', 'organization_id');
call audit.watch('payment.platform_fees', 'platform_fee', 'id', 'organization_id', '', '', 'id,organization_id');
