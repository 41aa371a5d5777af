-- Files of evidence lie with us too: providers do not give back what was uploaded.
alter table payment.evidence add column file_id uuid;   -- of media.files; null for a text, and for what was uploaded before
