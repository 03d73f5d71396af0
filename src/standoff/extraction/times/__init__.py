"""Time expressions to intervals, against the date of publication and the times told before."""
