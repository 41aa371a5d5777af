call audit.watch('invoicing.sellers', 'seller', 'organization_id', 'organization_id', '', '', 'organization_id');
