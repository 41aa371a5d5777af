call event.within_tenant('ticketing.ticket_types', 'cascade');
call event.within_tenant('ticketing.quotas', 'cascade');
call event.within_tenant('ticketing.holds', 'cascade');
call event.within_tenant('ticketing.tickets');
