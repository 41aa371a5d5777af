call event.within_tenant('checkin.check_ins');
