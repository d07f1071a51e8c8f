"""The browser lab: one learner's network, shown while it learns.

`session.LabSession` holds the network and answers messages; it does no input or output and starts
no thread. So it runs behind a WebSocket on one's own machine and, unchanged, in the browser.
"""
