DROP TABLE about;
