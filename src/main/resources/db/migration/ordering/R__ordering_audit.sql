-- what a sale writes is its order's history; here is what people set right in it afterwards
call audit.watch('ordering.orders', 'order', 'id', 'organization_id', 'event_id', '', '', 'buyer_name,buyer_email', '',
  'update of buyer_name, buyer_email');
call audit.watch('ordering.attendees', 'order', 'order_id', 'organization_id', 'event_id', '', '', 'name,email', '',
  'update of name, email');
