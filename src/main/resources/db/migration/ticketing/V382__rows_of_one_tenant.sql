call event.within_tenant('ticketing.transfer_rules', 'cascade');
call event.within_tenant('ticketing.transfers');
