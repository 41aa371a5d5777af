grant update (name, email) on payment.sandbox_customers to marquee_app;
