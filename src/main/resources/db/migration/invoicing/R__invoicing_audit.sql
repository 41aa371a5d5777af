call audit.watch('invoicing.sellers', 'seller', 'organization_id', 'organization_id', '', '', 'organization_id',
  'legal_name,address,tax_id,footer');
