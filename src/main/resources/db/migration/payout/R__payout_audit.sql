call audit.watch('payout.plans', 'payout_plan', 'organization_id', 'organization_id', '', '', 'organization_id');
