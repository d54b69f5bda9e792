-- Published: the browsers that somebody lets interrupt them, for what cannot wait for a notice.
create view notifications.browser_fact with (security_invoker = true) as
  select organisation_id, principal_id, id as browser_id, endpoint, p256dh, auth from notifications.browser;
grant select on notifications.browser_fact to kontor_app;
