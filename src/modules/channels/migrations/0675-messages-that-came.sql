-- How many came lately is asked each time that somebody opens a form: without its messages being gone through.
create index message_came on channels.message (organisation_id, channel_id, at) where direction = 'in';
