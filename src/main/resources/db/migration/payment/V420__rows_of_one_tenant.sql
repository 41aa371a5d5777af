call event.within_tenant('payment.payments');
call event.within_tenant('payment.refunds');
call event.within_tenant('payment.disputes');
call event.within_tenant('payment.discrepancies');
